rem A registry that nobody may read looks like one without any policy, restart or service: every guard would pass. The folder
rem of program data stands in every journal line: a name that batch could misread is refused once, here. Windows PE and the
rem recovery environment have a Windows of their own in memory, which is not the one to look at.
:check_folders
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
if errorlevel 1 set "RESULT=11"& call :say "The registry cannot be read: reg.exe does not answer, perhaps because of a policy. Use %TWIN%."& exit /b 1
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Control\MiniNT"
if not errorlevel 1 set "RESULT=11"& call :say "This is Windows PE or the recovery environment. Start the Windows that is to be looked at."& exit /b 1
if not defined ProgramData goto :check_folders_refused
set "TEXT=%ProgramData%"
call :plain_path
if errorlevel 1 goto :check_folders_refused
if not exist "%SystemRoot%\System32\" goto :check_folders_refused
if not exist "%ProgramData%\" goto :check_folders_refused
exit /b 0
:check_folders_refused
set "RESULT=11"
call :say "The folder of Windows or of program data has a name that batch cannot handle. Use %TWIN%."
exit /b 1
