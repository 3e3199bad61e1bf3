rem A rename within its folder: at once, whole or not at all, and never over an older generation. Services that Windows
rem starts by trigger may come back in between and hold the folder, so they are stopped again.
:set_aside path
if not exist "%~1" exit /b 0
set "GENERATION=1"
:set_aside_number
if exist "%~1.mendsheet%GENERATION%" set /a GENERATION+=1& goto :set_aside_number
if defined WHATIF call :say "Would be done: rename %~1 to %~nx1.mendsheet%GENERATION%"& exit /b 0
rem Windows makes it anew beside it. A figure that cannot be read does not stop.
call :free_megabytes "%SystemDrive%"
if not defined FREE_MEGABYTES set "FREE_MEGABYTES=999999"
set /a ROOM=FREE_MEGABYTES
if %ROOM% lss 537 call :fail "drive %SystemDrive% has only %FREE_MEGABYTES% MB left"& exit /b 1
call :say "Renaming %~1 to %~nx1.mendsheet%GENERATION%"
call :journal_plan set-aside "%~1" present "%~1.mendsheet%GENERATION%"
if errorlevel 1 exit /b 1
set "ATTEMPT=1"
:set_aside_try
ren "%~1" "%~nx1.mendsheet%GENERATION%" >nul 2>&1
if exist "%~1.mendsheet%GENERATION%" set "RENEWED=1"& call :journal_mark done& exit /b 0
if %ATTEMPT% geq 5 call :fail "in use: %~1"& exit /b 1
set /a ATTEMPT+=1
for %%s in (%STOPPED_SERVICES%) do "%SYS%\sc.exe" stop "%%s" >nul 2>&1
call :wait_seconds 3
goto :set_aside_try
