rem These two folders stand in every command and every journal line. Names that batch could misread are refused once,
rem here, instead of being quoted in a hundred places. Windows PE and the recovery environment have a Windows of their own
rem in memory, which is not the one to look at.
:check_folders
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Control\MiniNT"
if not errorlevel 1 set "RESULT=11"& call :say "This is Windows PE or the recovery environment. Start the Windows that is to be looked at."& exit /b 1
if not defined ProgramData goto :check_folders_refused
for /f "eol=_ delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._-" %%x in ("%SystemRoot%") do if not "%%x"=="" goto :check_folders_refused
set "TEXT=%ProgramData%"
call :plain_text
if errorlevel 1 goto :check_folders_refused
if not exist "%SystemRoot%\System32\" goto :check_folders_refused
if not exist "%ProgramData%\" goto :check_folders_refused
exit /b 0
:check_folders_refused
set "RESULT=11"
call :say "The folder of Windows or of program data has a name that batch cannot handle. Use %TWIN%."
exit /b 1
