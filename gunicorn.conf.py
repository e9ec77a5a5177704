"""What gunicorn reads wherever it is started in this folder."""

logger_class = "core.logs.AccessLog"
