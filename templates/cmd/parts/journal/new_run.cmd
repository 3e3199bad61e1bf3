rem The token stands where only administrators can write, before the journal that names it. It need not be secret: RANDOM
rem is all that batch has.
:new_run
set "RUN=0"
for /f "eol=| delims=" %%d in ('dir /b /ad "%STATE%\runs" 2^>nul') do (
    set "NUMBER=%%~nd"
    call :note_run
)
set /a RUN+=1
if exist "%STATE%\runs\%RUN%" exit /b 1
set "JOURNAL=%STATE%\runs\%RUN%\journal.txt"
set "TOKEN=%RANDOM%-%RANDOM%-%RANDOM%-%RANDOM%-%RANDOM%-%RANDOM%"
"%SYS%\reg.exe" add "%STATE_KEY%\Runs" /v %RUN% /t REG_SZ /d %TOKEN% /f >nul 2>&1
if not "%errorlevel%"=="0" set "JOURNAL="& exit /b 1
md "%STATE%\runs\%RUN%" 2>nul
call :no_link "%STATE%\runs\%RUN%"
if errorlevel 1 set "JOURNAL="& exit /b 1
set "LINE=0|run|2|%PRODUCT%|%SCRIPT%|%VERSION%|%TOKEN%"
call :journal_write
if errorlevel 1 set "JOURNAL="& exit /b 1
exit /b 0
