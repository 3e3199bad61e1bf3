set "NOW="
"%SYS%\sc.exe" query "%~1" 2>nul | "%SYS%\findstr.exe" /r /c:": 1  [^(]" >nul
if not errorlevel 1 set "NOW=1"
if not defined STOPPED_%~1 set "NOW="
if "!NOW!"=="1" (
    set /a N+=1 >nul
    set "STEP=done"
    >>"!JOURNAL!" echo !N!^|plan^|start-service^|%~1^|stopped^|running
    "!SYS!\find.exe" "!N!|plan|" <"!JOURNAL!" >nul
    if not errorlevel 1 "!SYS!\net.exe" start "%~1" >nul 2>&1 <nul
    if errorlevel 1 set "STEP=failed"
    if "!STEP!"=="failed" set "BAD=1"
    >>"!JOURNAL!" echo !N!^|!STEP!^|-^|-^|-^|-
)
