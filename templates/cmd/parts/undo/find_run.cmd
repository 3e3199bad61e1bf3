rem The newest run with something to undo, in RUN and JOURNAL; 0 where there is none. One that planned nothing, or is
rem undone, is left alone; one whose journal is refused is not passed over.
:find_run
set "BELOW=1000000000"
:find_run_next
set "RUN=0"
for /f "eol=| delims=" %%d in ('dir /b /ad "%STATE%\runs" 2^>nul') do call :note_undoable_run "%%d"
if "%RUN%"=="0" exit /b 0
set "BELOW=%RUN%"
set "JOURNAL=%STATE%\runs\%RUN%\journal.txt"
call :check_journal
if errorlevel 1 exit /b 1
if "%OPEN%"=="0" goto :find_run_next
exit /b 0
