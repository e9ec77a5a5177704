# One image for web, worker and beat; docker-compose.yml says which command each one runs.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
COPY requirements.txt /tmp/requirements.txt
RUN /opt/venv/bin/pip install --require-hashes -r /tmp/requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=portal.settings.production \
    VAR_DIR=/srv/var \
    MEDIA_ROOT=/srv/media
RUN useradd --system --uid 10001 --home-dir /srv --shell /usr/sbin/nologin portal \
 && mkdir -p /srv/portal /srv/var/records /srv/media \
 && chown portal:portal /srv/var /srv/var/records /srv/media
COPY --from=build /opt/venv /opt/venv
WORKDIR /srv/portal
COPY . .
# Compiled once here, as root, so that the processes cannot change what they run.
RUN python -c "from portal.messages import compile_changed; compile_changed()"
USER portal
# The values serve this one command: production settings refuse to start without them.
RUN SECRET_KEY=build SITE_URL=http://localhost ALLOWED_HOSTS=localhost TRUSTED_PROXY_COUNT=0 DATABASE_URL=sqlite:////tmp/build.sqlite3 \
    REDIS_URL=redis://localhost MAIL_FROM=build@network.example SMTP_URL=smtp://localhost \
    python manage.py collectstatic --noinput --verbosity 0
VOLUME /srv/media /srv/var/records
EXPOSE 8000
CMD ["sh", "-c", "exec gunicorn portal.wsgi --bind 0.0.0.0:8000 --worker-class gthread --workers ${WEB_WORKERS:-2} --threads ${WEB_THREADS:-4} --worker-tmp-dir /dev/shm --no-control-socket --access-logfile -"]
