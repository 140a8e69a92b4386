"""A picture of a page, or of each of its views.

python tests/browser/screenshot.py PAGE.html OUT.png [--size 1280x720] [--dark] [--anchor '#v=table'] [--select LABEL]
python tests/browser/screenshot.py PAGE.html FOLDER --every-view [--size 1280x720] [--dark]
"""

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


VIEWS = ("network", "table", "timeline", "matrix", "connect", "console")


def write_screenshot(page: Path, out: Path, *, size: str, scheme: str, select: str | None, anchor: str = "") -> None:
    """Write the picture of a page at WIDTHxHEIGHT, with an entity found by its label and its first quote shown."""
    width, height = (int(number) for number in size.split("x"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        tab.on("console", lambda message: sys.stderr.write(message.text + "\n"))
        tab.on("pageerror", lambda error: sys.stderr.write(f"{error}\n"))
        tab.goto(page.resolve().as_uri() + anchor)
        tab.locator("html[data-ready]").wait_for(state="attached")
        tab.evaluate("page.settled()")
        if select:
            tab.keyboard.press("/")
            tab.keyboard.type(select)
            tab.keyboard.press("Enter")
            tab.locator(".claim .quote").first.click()
            expect(tab.locator("#text mark.lit").first).to_be_visible()
            tab.locator("#panel").evaluate("panel => { panel.scrollTop = 0; window.scrollTo(0, 0); }")
        tab.mouse.move(0, 0)
        tab.wait_for_timeout(400)  # the drawing's last frame
        tab.screenshot(path=out)
        browser.close()


def main() -> None:
    """Read the command line and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1280x720", metavar="WIDTHxHEIGHT")
    parser.add_argument("--dark", action="store_const", const="dark", default="light", dest="scheme")
    parser.add_argument("--select", metavar="LABEL", help="an entity to find and select")
    parser.add_argument("--anchor", default="", metavar="HASH", help="what the address ends in")
    parser.add_argument("--every-view", action="store_true", help="one picture for each view, into the folder OUT")
    options = parser.parse_args()
    if options.every_view:
        options.out.mkdir(parents=True, exist_ok=True)
        for view in VIEWS:
            file = options.out / f"{view}.png"
            write_screenshot(
                options.page, file, size=options.size, scheme=options.scheme, select=None, anchor=f"#v={view}"
            )
        return
    write_screenshot(
        options.page,
        options.out,
        size=options.size,
        scheme=options.scheme,
        select=options.select,
        anchor=options.anchor,
    )


if __name__ == "__main__":
    main()
