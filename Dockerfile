ARG NODE=node:24-slim

FROM ${NODE} AS build
WORKDIR /cascade
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM ${NODE} AS packages
WORKDIR /cascade
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM ${NODE}
WORKDIR /cascade
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4173
COPY --from=packages /cascade/node_modules ./node_modules
COPY --from=build /cascade/dist ./dist
COPY package.json ./
USER node
EXPOSE 4173
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server/main.js"]
