rem Words for people. They go through a for variable, since an ampersand in a path would end a bare echo. The report is named
rem outside of that loop, which would read a percent sign in its name.
:say text
set "TEXT=%~1"
goto :say_text
:say_text
if not defined QUIET call :say_line
if defined OUT call :say_line >>"%OUT%"
exit /b 0
:say_line
for /f "eol=| delims=" %%t in ("%TEXT%") do echo %%t
exit /b 0
