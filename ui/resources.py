"""What all visitors share: the content and the store. Never anything that belongs to one of them."""

import streamlit as st

import services
from assessments.models import Questionnaire
from services.content import load_content
from storage.store import Store


@st.cache_resource(show_spinner=False)
def get_questionnaire() -> Questionnaire:
    """The content of the assessment; raises ContentBroken when the files are wrong."""
    return load_content()


@st.cache_resource(show_spinner=False)
def get_store() -> Store:
    """The store of answers; raises UserError when it cannot be opened."""
    return services.connect()


def load() -> None:
    """Read the content and open the store now rather than for the first visitor."""
    get_questionnaire()
    get_store()
