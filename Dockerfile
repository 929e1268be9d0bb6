# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN npm ci
COPY tsconfig.json ./
COPY shared ./shared
COPY client ./client
COPY server ./server
RUN npm run build

FROM base AS modules
RUN npm ci --omit=dev

FROM caddy:2-alpine AS caddy
# Not its own folders, which belong to root.
ENV XDG_DATA_HOME=/caddy XDG_CONFIG_HOME=/caddy
RUN mkdir /caddy && chown 1000:1000 /caddy
COPY docker/Caddyfile /etc/caddy/Caddyfile
USER 1000:1000

# Last: what `docker build` makes without being told which.
FROM node:24-bookworm-slim AS mitwerk
WORKDIR /app
COPY --from=modules /app ./
COPY LICENSE ./
COPY --from=build /app/dist ./dist
# `docker compose exec mitwerk mitwerk doctor`
RUN ln -s /app/dist/server/main.js /usr/local/bin/mitwerk && chmod +x dist/server/main.js && install -d -o node -g node /data
# No VOLUME: forgotten, it would be one nobody knows of, and votes in it would be lost with the container.
ENV NODE_ENV=production MITWERK_DATA=/data MITWERK_PORT=4400
EXPOSE 4400
USER 1000:1000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4400/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["mitwerk"]
