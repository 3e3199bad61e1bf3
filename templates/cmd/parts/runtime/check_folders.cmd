rem These two folders stand in every command and every journal line. Names that batch could misread are refused once,
rem here, instead of being quoted in a hundred places.
:check_folders
for /f "delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._-" %%x in ("%SystemRoot%") do goto :check_folders_refused
set "TEXT=%ProgramData%"
call :plain_text
if errorlevel 1 goto :check_folders_refused
if not exist "%SystemRoot%\System32\" goto :check_folders_refused
if not exist "%ProgramData%\" goto :check_folders_refused
exit /b 0
:check_folders_refused
call :say "The folder of Windows or of program data has a name that batch cannot handle. Use %TWIN%."
exit /b 1
