rem A run without a plan line changed nothing and is left alone.
:find_run
set "RUN=0"
for /f "delims=" %%d in ('dir /b /ad "%STATE%\runs" 2^>nul') do call :note_undoable_run "%%d"
exit /b 0
