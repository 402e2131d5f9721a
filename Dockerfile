ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra

FROM ${SDK_IMAGE} AS build
WORKDIR /source

# Packages first: this layer is made anew only when a project or a version changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/PortalProxy/*.csproj src/PortalProxy/packages.lock.json src/PortalProxy/
COPY src/PortalProxy.SimulatedAppliance/*.csproj src/PortalProxy.SimulatedAppliance/packages.lock.json src/PortalProxy.SimulatedAppliance/
RUN dotnet restore src/PortalProxy --locked-mode

COPY . .
RUN dotnet publish src/PortalProxy --configuration Release --no-restore --output /out

# "extra" brings ICU and time zones; the image has no shell and no package manager.
FROM ${RUNTIME_IMAGE}
WORKDIR /app
COPY --from=build /out .
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "PortalProxy.dll"]
