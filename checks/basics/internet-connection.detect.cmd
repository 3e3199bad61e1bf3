rem Which endpoints answer comes first: an adapter without a gateway, or with an automatic address beside a good one, is
rem often as it should be.
set "ANSWERED="
set "SILENT="
set "UNTESTED="
for %%e in (%~1) do call :internet_endpoint "%%e"
if defined UNTESTED set "EVIDENCE=servers were not asked: curl.exe is missing"
if not defined SILENT if not defined UNTESTED set "STATUS=OK"& set "EVIDENCE=all update servers answer"& exit /b 0
rem A default route is a row of zeros, or ::/0; the other columns are addresses. The words above them are not read.
set "ROUTE="
set "AUTOMATIC="
set "ROUTES="
for /f "eol=| tokens=1-4" %%a in ('%SYS%\route.exe print 2^>nul') do (
    set "ROUTES=1"
    if "%%a %%b"=="0.0.0.0 0.0.0.0" set "ROUTE=1"
    if "%%c"=="::/0" set "ROUTE=1"
    if "%%a %%b"=="169.254.0.0 255.255.0.0" set "AUTOMATIC=1"
)
if not defined ROUTES exit /b 0
if not defined ROUTE set "STATUS=PROBLEM"& set "EVIDENCE=no way beyond this PC, 0x80240438"
if not defined ROUTE if defined AUTOMATIC set "EVIDENCE=only an address that the PC gave itself (169.254), 0x80240438"
if not defined ROUTE exit /b 0
if defined UNTESTED exit /b 0
rem Behind a proxy a direct connection fails that Windows Update does not need. Byte 8 of these settings holds flags; 2
rem stands for a named proxy.
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections" WinHttpSettings
set "FLAGS=%VALUE:~17,1%"
set "EVIDENCE=behind a proxy, which was not tested"
if defined VALUE for %%d in (2 3 6 7 A B E F) do if /i "%FLAGS%"=="%%d" exit /b 0
call :reg_value "HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings" ProxyEnable
if /i "%VALUE%"=="0x1" exit /b 0
call :reg_value "HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings" AutoConfigURL
if defined VALUE exit /b 0
call :update_server
set "EVIDENCE=public update servers do not answer, but a server of the organisation is in use"
if defined USES_SERVER exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=no answer from%SILENT%, 0x80072EFD"
exit /b 0

:internet_endpoint endpoint
for /f "eol=| tokens=1,2 delims=:" %%h in ("%~1") do (
    set "HOST=%%h"
    set "PORT=%%i"
)
set "SCHEME=http"
if "%PORT%"=="443" set "SCHEME=https"
call :reach "%SCHEME%://%HOST%:%PORT%/"
if "%REACHED%"=="untested" set "UNTESTED=1"
if "%REACHED%"=="yes" set "ANSWERED=1"
if "%REACHED%"=="no" set "SILENT=%SILENT% %~1"
if "%REACHED%"=="unresolved" set "SILENT=%SILENT% %~1"
