rem Undo believes its journal, so nobody but administrators may write there. The parent is closed first: a folder made
rem below it inherits that, and there is no moment in which others could put something in. The registry, which only
rem administrators can write, says which folders were made this way. Of those that somebody else made none is taken
rem over: an empty one is removed and made again, any other one is refused.
:secure_state_folder
call :reg_value "%STATE_KEY%" StateFolder
if exist "%STATE%\" if defined VALUE goto :trust_state_folder
if defined UNDO if not exist "%STATE%\" call :say "Nothing to undo."& set "RESULT=0"& exit /b 1
if exist "%STATE%\" rd "%STATE%" 2>nul
if exist "%STATE%" goto :trust_state_folder_refused
set "BASE=%ProgramData%\Mendsheet"
call :reg_key "HKLM\SOFTWARE\Mendsheet"
if errorlevel 1 if exist "%BASE%\" rd "%BASE%" 2>nul
call :reg_key "HKLM\SOFTWARE\Mendsheet"
if errorlevel 1 if exist "%BASE%" goto :trust_state_folder_refused
if not exist "%BASE%\" md "%BASE%" 2>nul
call :close_folder "%BASE%"
if errorlevel 1 goto :secure_state_folder_failed
md "%STATE%" 2>nul
call :close_folder "%STATE%"
if errorlevel 1 goto :secure_state_folder_failed
"%SYS%\reg.exe" add "%STATE_KEY%" /v StateFolder /t REG_SZ /d "%STATE%" /f >nul 2>&1
if not "%errorlevel%"=="0" goto :secure_state_folder_failed
md "%STATE%\runs" 2>nul
exit /b 0
:secure_state_folder_failed
call :say "The folder for journals cannot be made safe: %STATE%"
exit /b 1
