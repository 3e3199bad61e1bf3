set "NOW="
"%SYS%\sc.exe" query "%~1" 2>nul | "%SYS%\findstr.exe" /r /c:": 4  [^(]" >nul
if not errorlevel 1 set "NOW=4"
if "!NOW!"=="4" (
    set /a N+=1 >nul
    set "STEP=done"
    >>"!JOURNAL!" echo !N!^|plan^|stop-service^|%~1^|running^|stopped
    "!SYS!\find.exe" "!N!|plan|" <"!JOURNAL!" >nul
    if not errorlevel 1 "!SYS!\net.exe" stop "%~1" >nul 2>&1 <nul
    if errorlevel 1 set "STEP=failed"
    if "!STEP!"=="failed" set "BAD=1"
    if "!STEP!"=="done" set "STOPPED=%~1 !STOPPED!"
    if "!STEP!"=="done" set "STOPPED_%~1=1"
    >>"!JOURNAL!" echo !N!^|!STEP!^|-^|-^|-^|-
)
