rem Whether a server answers at an address, whatever it answers; curl.exe is part of Windows since 2018. Exit codes: 6 the
rem name is not resolved, 7 no connection, 28 no answer in time. A proxy would answer for the server, so none is used.
:reach url
set "REACHED=untested"
if not exist "%SYS%\curl.exe" exit /b 0
"%SYS%\curl.exe" --silent --output nul --max-time 8 --noproxy "*" --url "%~1" >nul 2>&1
set "CODE=%errorlevel%"
set "REACHED=yes"
if "%CODE%"=="6" set "REACHED=unresolved"
if "%CODE%"=="7" set "REACHED=no"
if "%CODE%"=="28" set "REACHED=no"
exit /b 0
