#!/bin/sh
# Runs the programs of the read-me files, each as the project of somebody who uses the package.
set -e
cd "$(dirname "$0")"
rm -rf readme
mkdir readme
awk '/^```csharp$/ { n++; code = 1; next } /^```$/ { code = 0 } code { print > ("readme/" n ".txt") }' ../README.md
# From the page of all clients, where the build leaves it.
if [ -f ../../readme.txt ]; then cp ../../readme.txt readme/short.txt; fi
for program in readme/*.txt; do
  project="${program%.txt}"
  mkdir "$project"
  mv "$program" "$project/Program.cs"
  cat > "$project/Program.csproj" <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net8.0</TargetFramework>
    <RollForward>Major</RollForward>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="../../../src/Postern.Client/Postern.Client.csproj" />
  </ItemGroup>
</Project>
END
  echo "$project:"
  dotnet run --project "$project" --configuration Release
done
