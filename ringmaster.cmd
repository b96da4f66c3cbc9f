@echo off
rem Starts Ringmaster: `ringmaster --help`. The same as the script `ringmaster`, for Windows.
rem
rem In a source checkout (pom.xml beside this file) it builds with Maven first, when nothing is built
rem yet or sources are newer. In an unpacked zip (lib\ beside it) it runs what is there.
rem
rem RINGMASTER_JAVA_OPTS  options for the JVM, after the ones below (so that yours win)
rem JAVA_HOME             used if it is a Java 25; otherwise one is looked for
setlocal EnableExtensions DisableDelayedExpansion
set "RM_HOME=%~dp0"
set "RM_HOME=%RM_HOME:~0,-1%"
set "RM_JAVA="
set "RM_CHECKOUT="
if exist "%RM_HOME%\pom.xml" set "RM_CHECKOUT=yes"

if defined JAVA_HOME call :try_java "%JAVA_HOME%"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
  if exist "%%~R" for /d %%D in ("%%~R\*25*") do call :try_java "%%~D"
)
for /f "delims=" %%J in ('where java 2^>nul') do call :try_java "%%~dpJ.."
if not defined RM_JAVA (
  echo ringmaster: a JDK 25 is needed, and none is in JAVA_HOME, the usual folders or on the PATH: install one, for example with: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  exit /b 1
)

if defined RM_CHECKOUT goto checkout
if not exist "%RM_HOME%\lib" (
  echo ringmaster: neither pom.xml nor lib is beside "%RM_HOME%\ringmaster.cmd": run it from the checkout or the unpacked zip. 1>&2
  exit /b 1
)
if /i "%~1"=="bench" (
  echo ringmaster: benches need the source checkout: the libraries they compare with are not part of this zip. 1>&2
  exit /b 1
)
set "RM_CLASS_PATH=%RM_HOME%\lib\*"
goto start

:checkout
rem Every build is copied to a folder of its own and never touched again, because Windows does not
rem let a jar be replaced while a server runs from it.
set "RM_STATE=%RM_HOME%\target\launcher"
set "RM_KIND=current"
set "RM_GOALS=-Dmaven.test.skip=true package"
set "RM_SOURCES='pom.xml','.mvn','assets','*\pom.xml','*\src\main'"
if /i "%~1"=="bench" (
  set "RM_KIND=current-bench"
  set "RM_GOALS=-DskipTests -Pbench package"
  set "RM_SOURCES='pom.xml','.mvn','assets','*\pom.xml','*\src'"
)
if not exist "%RM_STATE%" md "%RM_STATE%"
call :up_to_date && goto built
where mvn >nul 2>nul
if errorlevel 1 (
  echo ringmaster: building from source needs Maven 3.8.7 or newer on the PATH: install it. 1>&2
  exit /b 1
)
set /a RM_WAITS=0
:lock
md "%RM_STATE%\lock" 2>nul && goto locked
set /a RM_WAITS+=1
if %RM_WAITS% geq 600 (
  echo ringmaster: another build seems to hold "%RM_STATE%\lock"; remove that folder if none is running. 1>&2
  exit /b 1
)
ping -n 2 127.0.0.1 >nul
goto lock
:locked
rem Whoever held the lock may have built just this.
call :up_to_date && goto unlock
echo ringmaster: building (first use, or sources have changed) ... 1>&2
type nul >"%RM_STATE%\began"
if exist "%RM_HOME%\client-demo\target\lib" rd /s /q "%RM_HOME%\client-demo\target\lib"
pushd "%RM_HOME%"
set "RM_JAVA_HOME_BEFORE=%JAVA_HOME%"
set "JAVA_HOME=%RM_JAVA%"
set "JAVA25_HOME=%RM_JAVA%"
call mvn -q -B -Dstyle.color=never -Dringmaster.zip.skip=true %RM_GOALS% >"%RM_STATE%\build.log" 2>&1 <nul
set "RM_RESULT=%ERRORLEVEL%"
set "JAVA_HOME=%RM_JAVA_HOME_BEFORE%"
popd
if not "%RM_RESULT%"=="0" (
  type "%RM_STATE%\build.log" 1>&2
  rd "%RM_STATE%\lock"
  echo ringmaster: the build failed; its output is above. 1>&2
  exit /b 1
)
set "RM_RUN=run-%RANDOM%%RANDOM%"
md "%RM_STATE%\%RM_RUN%\lib"
copy /y "%RM_HOME%\client-demo\target\lib\*.jar" "%RM_STATE%\%RM_RUN%\lib" >nul || goto not_copied
copy /y "%RM_HOME%\client-demo\target\ringmaster-client-demo-*.jar" "%RM_STATE%\%RM_RUN%\lib" >nul || goto not_copied
if "%RM_KIND%"=="current-bench" (
  xcopy /e /i /q /y "%RM_HOME%\server\target\bench-lib" "%RM_STATE%\%RM_RUN%\bench-lib" >nul || goto not_copied
  xcopy /e /i /q /y "%RM_HOME%\server\target\test-classes" "%RM_STATE%\%RM_RUN%\test-classes" >nul || goto not_copied
)
rem The pointer is as old as the moment when this build began.
>"%RM_STATE%\%RM_KIND%" echo %RM_RUN%
powershell -NoProfile -Command "(Get-Item -LiteralPath '%RM_STATE%\%RM_KIND%').LastWriteTime = (Get-Item -LiteralPath '%RM_STATE%\began').LastWriteTime"
rem Older builds go, except those that something still runs from.
for /d %%D in ("%RM_STATE%\run-*") do if /i not "%%~nxD"=="%RM_RUN%" (
  ren "%%~D" "old-%%~nxD" 2>nul && rd /s /q "%RM_STATE%\old-%%~nxD" 2>nul
)
:unlock
rd "%RM_STATE%\lock" 2>nul
:built
set /p RM_RUN=<"%RM_STATE%\%RM_KIND%"
set "RM_CLASS_PATH=%RM_STATE%\%RM_RUN%\lib\*"
if "%RM_KIND%"=="current-bench" set "RM_CLASS_PATH=%RM_CLASS_PATH%;%RM_STATE%\%RM_RUN%\bench-lib\*;%RM_STATE%\%RM_RUN%\test-classes"

:start
rem Two of a kind would be an error (two collectors) or a contradiction (a start above the maximum).
set "RM_GC=-XX:+UseZGC"
set "RM_HEAP=-Xms512m -Xmx512m"
rem A bench has servers and the bots of them all in one process.
if "%RM_KIND%"=="current-bench" set "RM_HEAP=-Xms1g -Xmx1g"
if not defined RINGMASTER_JAVA_OPTS goto run
echo "%RINGMASTER_JAVA_OPTS%" | findstr /r /c:"-XX:+Use[A-Za-z0-9]*GC" >nul && set "RM_GC="
echo "%RINGMASTER_JAVA_OPTS%" | findstr /c:"-Xmx" /c:"-Xms" >nul && set "RM_HEAP="
:run
"%RM_JAVA%\bin\java.exe" -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED %RM_GC% %RM_HEAP% %RINGMASTER_JAVA_OPTS% -cp "%RM_CLASS_PATH%" ringmaster.client.Main %*
exit /b %ERRORLEVEL%

:not_copied
rd "%RM_STATE%\lock" 2>nul
echo ringmaster: the build could not be copied to %RM_STATE%. 1>&2
exit /b 1

rem Takes a folder if it is a Java 25 (with a compiler, in a checkout) and none was found before.
:try_java
if defined RM_JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if defined RM_CHECKOUT if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%~1\release" >nul && set "RM_JAVA=%~f1"
exit /b 0

rem Succeeds if the last build is there and nothing it was made from is newer.
:up_to_date
if not exist "%RM_STATE%\%RM_KIND%" exit /b 1
set /p RM_RUN=<"%RM_STATE%\%RM_KIND%"
if not exist "%RM_STATE%\%RM_RUN%\lib" exit /b 1
powershell -NoProfile -Command "Set-Location -LiteralPath '%RM_HOME%'; $built = (Get-Item -LiteralPath '%RM_STATE%\%RM_KIND%').LastWriteTime; $tops = Get-Item %RM_SOURCES% -ErrorAction SilentlyContinue; $all = @($tops) + @($tops | Get-ChildItem -Recurse -Force -ErrorAction SilentlyContinue); if ($all | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%
