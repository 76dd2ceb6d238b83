"""Opens every export with its receivers and prints a table; ends with 1 where one of them read less than it should."""

import sys
import warnings
from collections import Counter
from importlib import import_module
from pathlib import Path

from receivers import ALL, Absent, same, stretches

warnings.simplefilter("ignore")
folder = Path(sys.argv[1])
for module in sorted(Path(__file__).parent.glob("*_family.py")):
    import_module(module.stem)

expected = stretches(folder)
print("| receiver | format | stretches written | read | equal | why not |")
print("| --- | --- | ---: | ---: | ---: | --- |")
failed = False
for each in ALL:
    try:
        found = Counter((label.replace("label:", "label_"), same(words)) for label, words in each.read(folder))
        why = each.why
    except Absent as reason:
        print(f"| {each.package} {each.version} | {each.format} | {sum(expected.values())} | not run | | {reason} |")
        continue
    except Exception as error:
        found, why = Counter(), f"{type(error).__name__}: {error}"
    equal = sum((found & expected).values())
    failed = failed or equal < sum(expected.values()) - each.fewer
    print(f"| {each.package} {each.version} | {each.format} | {sum(expected.values())} | {sum(found.values())} | {equal} | {why} |")
sys.exit(1 if failed else 0)
