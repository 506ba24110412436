# syntax=docker/dockerfile:1

# Everything, to build. The image brings Node 24, so the npm package `node` stays out.
FROM node:24-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
COPY package.json package-lock.json .npmrc ./
RUN npm pkg delete dependencies.node && npm install --include=dev
COPY . .
RUN npm pkg delete dependencies.node && npm run build && rm -rf .next/cache

# Only what runs.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm pkg delete dependencies.node && npm install --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 PLUMBLINE_HOME=/data
RUN mkdir /data && chown node:node /data && chmod 700 /data
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY package.json tsconfig.json next.config.* ./
COPY app ./app
COPY components ./components
COPY db ./db
COPY server ./server
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Migrates, then serves. With DATABASE_URL set, also give AUTH_SECRET, AUTH_URL and PLUMBLINE_AUDIT_KEY.
CMD ["node", "server/cli/start.mjs"]
