"""The launcher: server, navigation and the filters in the sidebar; the pages do the rest."""

import streamlit as st


def start() -> None:
    """The root address: the figures if there are any, else the place to open data."""
    from lib.ui import state

    st.switch_page("pages/overzicht.py" if state.workspace().has_data else "pages/gegevens.py")


if __name__ != "__main__":
    # Imported by the web server: headers, language and cookie around this same script.
    import os

    from starlette.middleware import Middleware
    from streamlit.runtime.pages_manager import PagesManager

    from lib.ui.server import HOSTS, ROUTES, HostMiddleware, KlantmonitorMiddleware, allowed_hosts, on_script_error
    from lib.ui.warm import warm_up

    # The pages are declared below. Until the first visitor has run that, Streamlit would find them
    # by the name of their folder, and a link to a page would open it without the rest of the app.
    PagesManager.uses_pages_directory = False
    hosts = allowed_hosts(os.environ.get(HOSTS, ""))
    middleware = [Middleware(KlantmonitorMiddleware), Middleware(HostMiddleware, hosts=hosts)]
    warm_up()
    app = st.App(__file__, routes=ROUTES, middleware=middleware, on_script_error=on_script_error)
else:
    from lib.ui import components

    st.set_page_config(page_title="Klantmonitor", page_icon="📋", layout="wide")

    page = st.navigation(
        [
            st.Page(start, title="Klantmonitor", url_path="start", default=True, visibility="hidden"),
            st.Page("pages/gegevens.py", title="Gegevens"),
            st.Page("pages/overzicht.py", title="Overzicht"),
            st.Page("pages/scores.py", title="Scores en BM"),
            st.Page("pages/terugkomen.py", title="Terugkomen"),
            st.Page("pages/informatie.py", title="Informatie vooraf"),
            st.Page("pages/tips.py", title="Verbetertips"),
            st.Page("pages/verdeling.py", title="Verdeling"),
            st.Page("pages/producten.py", title="Producten"),
            st.Page("pages/verloop.py", title="Verloop"),
            st.Page("pages/vergelijken.py", title="Vergelijken"),
            st.Page("pages/prioriteiten.py", title="Prioriteiten"),
            st.Page("pages/toelichting.py", title="Toelichting"),
        ],
        expanded=True,
    )
    # Drawn here and not by the page, the filters keep their place in the address from page to page.
    components.frame()
    page.run()
