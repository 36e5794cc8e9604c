# The default edition, and Web and silo of the cluster edition:
#   docker build -t hub-web:1.0 .
#   docker build -t hub-web-cluster:1.0 --build-arg EDITION=Cluster .
#   docker build -t hub-silo:1.0 --build-arg EDITION=Cluster --target silo .
ARG DOTNET=10.0
ARG NODE=22

FROM node:${NODE}-bookworm-slim AS npm
WORKDIR /hub/src/Web
COPY src/Web/package.json src/Web/package-lock.json src/Web/.npmrc ./
# The stamp tells src/Web/Npm.targets that this is done.
RUN npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.hub-stamp

FROM mcr.microsoft.com/dotnet/sdk:${DOTNET}-noble AS source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /hub
COPY Directory.Build.props Directory.Build.targets Directory.Packages.props global.json .editorconfig ./
COPY src src

FROM source AS build-silo
ARG EDITION=Default
RUN dotnet publish src/Silo -c Release -p:Edition=${EDITION} -o /app

FROM source AS build-web
ARG EDITION=Default
COPY --from=npm /usr/local/bin/node /usr/local/bin/node
COPY --from=npm /hub/src/Web/node_modules src/Web/node_modules
RUN dotnet publish src/Web -c Release -p:Edition=${EDITION} -o /app

# Chiselled: no shell, no package manager, nothing that a break-in could use. Extra: ICU and time zones, for da-DK and Europe/Copenhagen.
FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}-noble-chiselled-extra AS runtime
WORKDIR /app
# The image's own user, by number: Kubernetes cannot tell from a name that it is not root.
USER 1654:1654
EXPOSE 8080

FROM runtime AS silo
COPY --from=build-silo /app .
ENTRYPOINT ["dotnet", "Hub.Silo.dll"]

FROM runtime AS web
COPY --from=build-web /app .
ENTRYPOINT ["dotnet", "Hub.Web.dll"]
