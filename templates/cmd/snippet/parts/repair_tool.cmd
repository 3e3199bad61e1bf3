set /a N+=1 >nul
set "STEP=failed"
>>"!JOURNAL!" echo !N!^|plan^|repair-tool^|%~1^|-^|%~2
"!SYS!\find.exe" "!N!|plan|" <"!JOURNAL!" >nul
if not errorlevel 1 "!SYS!\%~1.exe" %~2 >nul 2>&1
if not errorlevel 1 set "STEP=done"
if not "!STEP!"=="done" set "BAD=1"
>>"!JOURNAL!" echo !N!^|!STEP!^|-^|-^|-^|-
