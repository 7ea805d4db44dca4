"""The launcher: server, navigation and the filters in the sidebar; the pages do the rest."""

import streamlit as st


def start() -> None:
    """The root address: the figures if there are any, else the place to open data."""
    from lib.ui import state

    st.switch_page("pages/overzicht.py" if state.workspace().has_data else "pages/gegevens.py")


if __name__ != "__main__":
    # Imported by the web server: headers, language and cookie around this same script.
    import sys

    from starlette.middleware import Middleware
    from streamlit.runtime.pages_manager import PagesManager

    from lib.ui import following, running, shared, state
    from lib.ui.exploring import ExploringMiddleware
    from lib.ui.login import LoginMiddleware, ProxyMiddleware, login, secrets
    from lib.ui.quiet_log import keep_quiet
    from lib.ui.server import HOSTS, ROUTES, HostMiddleware, KlantmonitorMiddleware, allowed_hosts, on_script_error
    from lib.ui.settings import WrongSetting, base_path, given
    from lib.ui.uploads import keep_off_disk
    from lib.ui.warm import warm_up

    # The pages are declared below. Until the first visitor has run that, Streamlit would find them
    # by the name of their folder, and a link to a page would open it without the rest of the app.
    PagesManager.uses_pages_directory = False
    keep_quiet()
    try:
        shared.connection()
        middleware = [
            Middleware(ProxyMiddleware, login=login()),
            Middleware(KlantmonitorMiddleware),
            Middleware(HostMiddleware, hosts=allowed_hosts(given(HOSTS)), free=running.health_paths()),
            Middleware(LoginMiddleware, login=login(), base=base_path()),
            Middleware(ExploringMiddleware, route=given(shared.ROUTE)),
        ]
        secret = secrets()
    except WrongSetting as wrong:
        sys.exit(f"De klantmonitor start niet. {wrong}")
    keep_off_disk()
    warm_up()
    app = st.App(
        __file__,
        routes=running.under_base([*ROUTES, *running.ROUTES, *following.ROUTES]),
        middleware=middleware,
        on_script_error=on_script_error,
        secrets=secret,
        lifespan=running.lifespan(lambda: following.rooms().wake(), state.flush),
    )
else:
    from lib.ui import components

    st.set_page_config(page_title="Klantmonitor", page_icon="📋", layout="wide")

    groups = {
        "": {"gegevens": "Gegevens"},
        "Cijfers": {
            "overzicht": "Overzicht",
            "scores": "Scores en BM",
            "terugkomen": "Terugkomen",
            "informatie": "Informatie vooraf",
        },
        "Verdieping": {
            "verdeling": "Verdeling",
            "producten": "Producten",
            "verloop": "Verloop",
            "vergelijken": "Vergelijken",
            "prioriteiten": "Prioriteiten",
        },
        "Tips": {"tips": "Verbetertips"},
        "Delen": {"factsheet": "Factsheet", "publicatiecheck": "Publicatiecheck", "presenteren": "Presenteren"},
        "Uitleg": {"toelichting": "Toelichting"},
    }
    home = st.Page(start, title="Klantmonitor", url_path="start", default=True, visibility="hidden")
    pages = {
        group: [st.Page(f"pages/{slug}.py", title=title) for slug, title in found.items()]
        for group, found in groups.items()
    }
    # Above the page, so that the filters are the first thing beside it.
    page = st.navigation({**pages, "": [home, *pages[""]]}, position="top")
    # Drawn here and not by the page, the filters keep their place in the address from page to page.
    components.frame(page.url_path, {slug: title for found in groups.values() for slug, title in found.items()})
    page.run()
