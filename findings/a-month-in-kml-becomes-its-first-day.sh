#!/usr/bin/env bash
# What one expects: KML 2.2 lets a date be a year or a month (OGC 07-147r2, "dateTimeType": gYear and gYearMonth), so an
# event of "July to August 2017" keeps its precision when a table is made of the file, or at least lasts until August ends.
# What happens: read through GDAL, a month becomes the midnight of its first day, as begin and as end: the event ends on
# 1 August. A year alone becomes no date at all. Nothing says so; names and figures arrive whole.
# Why it matters: a filter for 15 August misses an event that the file says was going on; precision has to travel as words beside the date.
# geopandas 1.1.1 with pyogrio 0.13.0 (GDAL 3.12.4, LIBKML driver) and pandas 3.1.1, Python 3.11. Seen on 2026-12-01.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install --quiet --disable-pip-version-check geopandas==1.1.1 pyogrio==0.13.0 pandas==3.1.1 shapely==2.2.0
cat > events.kml <<'KML'
<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Events</name>
<Placemark id="E1"><name>Road closed</name><TimeSpan><begin>2017-07</begin><end>2017-08</end></TimeSpan>
<ExtendedData><Data name="lorries"><value>12</value></Data></ExtendedData>
<Point><coordinates>36.75,35.13</coordinates></Point></Placemark>
<Placemark id="E2"><name>Talks</name><TimeSpan><begin>2017</begin><end>2017</end></TimeSpan>
<ExtendedData><Data name="lorries"><value>0</value></Data></ExtendedData></Placemark>
<Placemark id="E3"><name>Bridge opened</name><TimeStamp><when>2017-07</when></TimeStamp></Placemark>
</Document></kml>
KML
cat > see.py <<'PY'
import geopandas
for row in geopandas.read_file("events.kml").itertuples():
    print(row.Name, "|", row.begin, "|", row.end, "|", row.timestamp, "|", row.lorries)
PY
own/bin/python see.py | tee seen.txt
diff seen.txt - <<'SEEN' && echo "As seen before."
Road closed | 2017-07-01 00:00:00 | 2017-08-01 00:00:00 | NaT | 12
Talks | NaT | NaT | NaT | 0
Bridge opened | NaT | NaT | 2017-07-01 00:00:00 | nan
SEEN
