set "STEP=absent"
if exist "%~1" set "STEP=failed"
for /l %i in (99,-1,1) do if not exist "%~1.mendsheet%i" set "ASIDE=%i"
if "!STEP!"=="failed" (
    set /a N+=1 >nul
    >>"!JOURNAL!" echo !N!^|plan^|set-aside^|%~1^|present^|%~1.mendsheet!ASIDE!
    set "WAIT="
    "!SYS!\find.exe" "!N!|plan|" <"!JOURNAL!" >nul
    if not errorlevel 1 set "WAIT=1"
    for /l %i in (1,1,5) do (
        if defined WAIT ren "%~1" "%~nx1.mendsheet!ASIDE!" >nul 2>&1
        if not exist "%~1" set "WAIT="
        if defined WAIT for %w in (!STOPPED!) do "!SYS!\sc.exe" stop "%w" >nul 2>&1
        if defined WAIT "!SYS!\ping.exe" -n 4 127.0.0.1 >nul
    )
    if not exist "%~1" set "STEP=done"
    if "!STEP!"=="failed" set "BAD=1"
    >>"!JOURNAL!" echo !N!^|!STEP!^|-^|-^|-^|-
)
