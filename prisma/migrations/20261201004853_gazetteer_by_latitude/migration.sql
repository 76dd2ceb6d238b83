-- CreateIndex
CREATE INDEX "gazetteer_place_latitude_idx" ON "gazetteer_place"("latitude");
