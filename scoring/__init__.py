"""Pure functions from questionnaire, answers and profile to a diagnosis. No files, no Streamlit."""
