set "POLICY=HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
set "STATUS=PROBLEM"
call :reg_value "%POLICY%" DisableWindowsUpdateAccess
if /i "%VALUE%"=="0x1" set "EVIDENCE=access to Windows Update is switched off by policy, 0x8024002E"& exit /b 0
set "SOURCES=0"
set "SOURCES_SERVER="
for %%n in (Feature Quality Driver Other) do (
    call :reg_value "%POLICY%" SetPolicyDrivenUpdateSourceFor%%nUpdates
    call :update_source
)
call :reg_value "%POLICY%\AU" UseUpdateClassPolicySource
set "EVIDENCE=sources for kinds of update have no effect without UseUpdateClassPolicySource"
if not "%SOURCES%"=="0" if not "%VALUE%"=="0x1" exit /b 0
set "EVIDENCE=a source is set for %SOURCES% of four kinds of update"
if not "%SOURCES%"=="0" if not "%SOURCES%"=="4" exit /b 0
call :update_server
set "EVIDENCE=policies name a server as source, but UseWUServer is not 1, 0x80244011"
if defined SOURCES_SERVER if not defined USES_SERVER exit /b 0
if not defined USES_SERVER set "STATUS=OK"& set "EVIDENCE=served by Windows Update"& exit /b 0
set "EVIDENCE=UseWUServer is 1, but WUServer is not set, 0x80244011"
if not defined SERVER exit /b 0
rem Anything else in an address is for diagnose.ps1 to judge.
set "STATUS=UNKNOWN"
set "EVIDENCE=the address of the update server is unusual"
for /f "eol=_ delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/._-" %%x in ("%SERVER%") do if not "%%x"=="" exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=the address of the update server is not valid: %SERVER%, 0x80072EE6"
set "PART=%SERVER:~-1%"
if "%PART%"=="/" exit /b 0
set "SCHEME="
set "PART=%SERVER:~0,7%"
if /i "%PART%"=="http://" set "SCHEME=http"
set "PART=%SERVER:~0,8%"
if /i "%PART%"=="https://" set "SCHEME=https"
if not defined SCHEME exit /b 0
call :reach "%SERVER%"
set "STATUS=UNKNOWN"
set "EVIDENCE=served by %SERVER%, which was not asked: curl.exe is missing"
if "%REACHED%"=="untested" exit /b 0
set "STATUS=OK"
set "EVIDENCE=served by %SERVER%, which answers"
if "%REACHED%"=="yes" exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=served by %SERVER%, which does not answer, 0x8024401C"
exit /b 0

:update_source
if not defined VALUE exit /b 0
set /a SOURCES+=1
if /i "%VALUE%"=="0x1" set "SOURCES_SERVER=1"
