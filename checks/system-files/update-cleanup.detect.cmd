rem Windows removes replaced updates by itself in time: they matter only where space is short.
set "PACKAGES=HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages"
set "EVIDENCE=the list of updates or the free space cannot be read"
call :reg_key "%PACKAGES%"
if errorlevel 1 exit /b 0
call :free_megabytes "%SystemDrive%"
if errorlevel 1 exit /b 0
set "SUPERSEDED=0"
set "SUPERSEDED_STATE=%~1"
for /f "eol=| tokens=1* delims=~" %%a in ('%SYS%\reg.exe query "%PACKAGES%" 2^>nul') do (
    set "PACKAGE=%%b"
    if /i "%%a"=="%PACKAGES%\Package_for_RollupFix" call :replaced_update
)
set /a FREE=FREE_MEGABYTES
set /a COMFORT=%~2*1074
set "STATUS=OK"
set "EVIDENCE=%SUPERSEDED% replaced updates, %FREE_MEGABYTES% MB free"
if "%SUPERSEDED%"=="0" exit /b 0
if %FREE% lss %COMFORT% set "STATUS=PROBLEM"
exit /b 0

:replaced_update
set "TEXT=%PACKAGE%"
call :plain_text
if errorlevel 1 exit /b 0
call :reg_value "%PACKAGES%\Package_for_RollupFix~%PACKAGE%" CurrentState
if not defined VALUE exit /b 0
set "PACKAGE_STATE=0"
set /a PACKAGE_STATE=VALUE 2>nul
if "%PACKAGE_STATE%"=="%SUPERSEDED_STATE%" set /a SUPERSEDED+=1
