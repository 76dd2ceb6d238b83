import type { RenderTask } from "unpdf/pdfjs";

/** The pages of a PDF, drawn in this window from its bytes: no script in it runs, and nothing is fetched for it. */
export type PdfPages = {
  readonly count: number;
  /** Height by width of a page as it is looked at. */
  ratioOf(page: number): Promise<number>;
  /** Draws a page so many pixels wide; ends at once when it is drawn anew or forgotten. */
  draw(canvas: HTMLCanvasElement, page: number, width: number): Promise<void>;
  /** Takes a page's pixels away again. */
  forget(canvas: HTMLCanvasElement): void;
  close(): Promise<void>;
};

export async function openPages(bytes: Uint8Array): Promise<PdfPages> {
  const { getDocument, RenderingCancelledException } = await import("unpdf/pdfjs");
  const opening = getDocument({ data: bytes, enableXfa: false, isEvalSupported: false, verbosity: 0 });
  const pdf = await opening.promise;
  const drawing = new Map<HTMLCanvasElement, RenderTask>();
  const ratioOf = async (page: number) => {
    const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
    return height / width;
  };
  const forget = (canvas: HTMLCanvasElement) => {
    drawing.get(canvas)?.cancel();
    drawing.delete(canvas);
    canvas.width = 0;
    canvas.height = 0;
  };
  return {
    count: pdf.numPages,
    ratioOf,
    forget,
    async draw(canvas, number, width) {
      const page = await pdf.getPage(number);
      forget(canvas);
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      const task = page.render({ canvas, viewport });
      drawing.set(canvas, task);
      await task.promise.catch((error: unknown) => {
        if (!(error instanceof RenderingCancelledException)) throw error;
      });
    },
    close: () => opening.destroy(),
  };
}
