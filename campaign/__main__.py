"""``python -m campaign``, the same as the command ``campaign``."""

from campaign.cli import main

if __name__ == "__main__":
    main()
