@echo off
rem Starts Postern. POSTERN_JAVA_OPTS has options for the JVM.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "KIT="
if "%~1"=="verify" set "KIT=;%~dp0..\lib\verify\*"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MetaspaceSize=96m %POSTERN_JAVA_OPTS% -cp "%~dp0..\lib\postern.jar%KIT%" dev.postern.Postern %*
exit /b %ERRORLEVEL%
