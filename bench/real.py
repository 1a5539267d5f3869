"""Real mentoring data as communities in Telemaco's files.

    python -m bench.real ols --data DIR --out DIR
    python -m bench.real codingcoach --data DIR --out DIR

DIR of `--data` holds ols.json or codingcoach.json (see docs/real-data.md for what they are and
what they may be used for). The output depends on nothing else. Names are running numbers.
"""

import argparse
import json
from datetime import date
from pathlib import Path

from bench import real_codingcoach, real_files, real_ols


def main() -> None:
    """Write a community and say what was left out."""
    parser = argparse.ArgumentParser(description="Real mentoring data as Telemaco's files.")
    parser.add_argument("name", choices=("ols", "codingcoach"))
    parser.add_argument("--data", type=Path, required=True, help="The folder of the data.")
    parser.add_argument("--out", type=Path, required=True, help="A folder to write to.")
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        help="The day that the community has; one of its time when left out.",
    )
    parser.add_argument("--unpaired", help="ols: the cohort whose pairs are left to match.")
    parser.add_argument("--notes", action="store_true", help="ols: make up session notes.")
    parser.add_argument("--mentees", type=int, default=0, help="codingcoach: make up so many.")
    chosen = parser.parse_args()
    data = json.loads((chosen.data / f"{chosen.name}.json").read_text(encoding="utf-8"))
    if chosen.name == "ols":
        files, left_out = real_ols.files(
            data, chosen.today, chosen.unpaired, invent_notes=chosen.notes
        )
    else:
        files, left_out = real_codingcoach.files(
            data, chosen.today or real_codingcoach.DAY, mentees=chosen.mentees
        )
    real_files.save(files, chosen.out)
    print(f"{len(files)} files in {chosen.out}")
    for line in left_out:
        print(f"  {line}")


if __name__ == "__main__":
    main()
