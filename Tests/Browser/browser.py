"""The browser that pages are tried in."""
import shutil

# A key pressed is not answered before the next frame: as many frames as there can be.
FLAGS = ["--no-sandbox", "--disable-frame-rate-limit", "--disable-gpu-vsync"]


def executable():
    """Chromium as a program without windows, menus and their helpers, which takes less than half of the time; where it
    is not installed, the whole of it; None without either."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium") or shutil.which("chromium-browser")


def launch(playwright, flags=()):
    return playwright.chromium.launch(executable_path=executable(), args=[*FLAGS, *flags])
