:new_run
set "RUN=0"
for /f "eol=| delims=" %%d in ('dir /b /ad "%STATE%\runs" 2^>nul') do call :note_run "%%d"
set /a RUN+=1
set "JOURNAL=%STATE%\runs\%RUN%\journal.txt"
md "%STATE%\runs\%RUN%" 2>nul
set "LINE=0|run|1|%PRODUCT%|%SCRIPT%|%VERSION%"
call :journal_write
if errorlevel 1 set "JOURNAL="& exit /b 1
exit /b 0
