@echo off
rem Starts Postern. POSTERN_JAVA_OPTS has options for the JVM.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %POSTERN_JAVA_OPTS% -jar "%~dp0..\lib\postern.jar" %*
exit /b %ERRORLEVEL%
