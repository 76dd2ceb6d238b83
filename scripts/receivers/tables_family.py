"""Receivers of tables: every tag is a row, its parts are joined in one cell."""

from pathlib import Path

from receivers import receiver, rows


@receiver("pandas", "csv", why="cells that a spreadsheet would run are marked, with keep_default_na=False")
def pandas_csv(folder: Path):
    import pandas

    table = pandas.read_csv(folder / "csv" / "annotations.csv", keep_default_na=False)
    return rows(table["kind"], table["quote"])


@receiver("openpyxl", "xlsx")
def openpyxl_xlsx(folder: Path):
    from openpyxl import load_workbook

    sheet = load_workbook(folder / "xlsx" / "tables.xlsx", read_only=True)["annotations"]
    head, *others = list(sheet.iter_rows(values_only=True))
    kind, quote = head.index("kind"), head.index("quote")
    return rows([row[kind] for row in others], [row[quote] for row in others])


@receiver("pyarrow", "parquet")
def pyarrow_parquet(folder: Path):
    from pyarrow.parquet import read_table

    table = read_table(folder / "parquet" / "annotations.parquet")
    return rows(table["kind"].to_pylist(), table["quote"].to_pylist())


@receiver("polars", "parquet")
def polars_parquet(folder: Path):
    import polars

    table = polars.read_parquet(folder / "parquet" / "annotations.parquet")
    return rows(table["kind"], table["quote"])


@receiver("duckdb", "parquet")
def duckdb_parquet(folder: Path):
    import duckdb

    path = folder / "parquet" / "annotations.parquet"
    return rows(*zip(*duckdb.sql(f"select kind, quote from read_parquet('{path}')").fetchall()))


@receiver("geopandas", "geojson", fewer=7, why="places alone; one without coordinates has no geometry")
def geopandas_geojson(folder: Path):
    import geopandas

    table = geopandas.read_file(folder / "geojson" / "places.geojson")
    assert table.geometry.isna().all()
    return rows(["place"] * len(table), table["quote"])
