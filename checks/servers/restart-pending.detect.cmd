set "UPDATE=HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate"
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing"
if errorlevel 1 set "EVIDENCE=the state of Windows servicing cannot be read"& exit /b 0
call :restart_causes
call :reg_key "%UPDATE%\Auto Update\RebootRequired"
if not errorlevel 1 set "CAUSES=%CAUSES%, Windows Update RebootRequired"
rem The key Pending is always there: only a service inside it counts.
set "LISTED="
for /f "eol=| tokens=2 delims={" %%k in ('%SYS%\reg.exe query "%UPDATE%\Services\Pending" 2^>nul') do if not "%%k"=="" set "LISTED=1"
if defined LISTED set "CAUSES=%CAUSES%, Windows Update service registration"
set "STATUS=OK"
if defined CAUSES set "STATUS=PROBLEM"& set "EVIDENCE=%CAUSES:~2%, 0x80240016"
