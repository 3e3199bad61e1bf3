rem Words for people. They go through a for variable, since an ampersand in a path would end a bare echo.
:say text
set "TEXT=%~1"
goto :say_text
:say_text
for /f "eol=| delims=" %%t in ("%TEXT%") do (
    if not defined QUIET echo %%t
    if defined OUT >>"%OUT%" echo %%t
)
exit /b 0
