rem Undo believes its journal, so nobody but administrators may write there. The parent is closed first: a folder made
rem below it inherits that, and there is no moment in which others could put something in. The registry value, which
rem only administrators can write, says that the folder was made this way.
:secure_state_folder
set "BASE=%ProgramData%\Mendsheet"
if exist "%STATE%\" goto :trust_state_folder
if defined UNDO call :say "Nothing to undo."& set "RESULT=0"& exit /b 1
if not exist "%BASE%\" md "%BASE%" 2>nul
call :close_folder "%%BASE%%"
if errorlevel 1 goto :secure_state_folder_failed
md "%STATE%" 2>nul
if errorlevel 1 goto :secure_state_folder_failed
call :close_folder "%%STATE%%"
if errorlevel 1 goto :secure_state_folder_failed
"%SYS%\reg.exe" add "%STATE_KEY%" /v StateFolder /t REG_SZ /d "%STATE%" /f >nul 2>&1
if not "%errorlevel%"=="0" goto :secure_state_folder_failed
md "%STATE%\runs" 2>nul
exit /b 0
:secure_state_folder_failed
call :say "The folder for journals cannot be made safe: %%STATE%%"
exit /b 1

rem By SID, since group names are translated: S-1-5-18 is SYSTEM, S-1-5-32-544 the administrators.
:close_folder folder
for %%f in ("%~1") do set "ATTRIBUTES=%%~af"
if /i not "%ATTRIBUTES:l=%"=="%ATTRIBUTES%" exit /b 1
"%SYS%\icacls.exe" "%~1" /setowner *S-1-5-32-544 /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
"%SYS%\icacls.exe" "%~1" /reset /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
"%SYS%\icacls.exe" "%~1" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F /grant:r *S-1-5-32-544:(OI)(CI)F /q >nul 2>&1
if not "%errorlevel%"=="0" exit /b 1
exit /b 0
