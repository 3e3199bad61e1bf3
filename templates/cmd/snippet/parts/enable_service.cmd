set "TYPE=%~2"
set "OFF="
set "SERVER="
for /f "tokens=3" %v in ('%SYS%\reg.exe query "HKLM\SYSTEM\CurrentControlSet\Services\%~1" /v Start 2^>nul') do if "%v"=="0x4" set "OFF=1"
for /f "tokens=3" %v in ('%SYS%\reg.exe query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" /v InstallationType 2^>nul') do if /i not "%v"=="Client" set "SERVER=1"
for /f "tokens=3" %v in ('%SYS%\reg.exe query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" /v CurrentBuildNumber 2^>nul') do if "%v"=="14393" if defined SERVER if not "%~3"=="same" set "TYPE=%~3"
set "WORD=%TYPE:automatic=auto%"
if defined OFF (
    set /a N+=1 >nul
    set "STEP=failed"
    >>"!JOURNAL!" echo !N!^|plan^|service-start-type^|%~1^|disabled^|!TYPE!
    "!SYS!\find.exe" "!N!|plan|" <"!JOURNAL!" >nul
    if not errorlevel 1 "!SYS!\sc.exe" config "%~1" start= !WORD! >nul 2>&1
    if not errorlevel 1 set "STEP=done"
    if not "!STEP!"=="done" set "BAD=1"
    >>"!JOURNAL!" echo !N!^|!STEP!^|-^|-^|-^|-
)
