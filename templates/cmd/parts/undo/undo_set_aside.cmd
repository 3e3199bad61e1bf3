rem What Windows has built in the meantime is not lost either: it gets the next free number.
:undo_set_aside path before aside
if not exist "%~3" goto :undo_set_aside_absent
if defined WHATIF call :say "Would be done: rename %~nx3 back to %~1"& exit /b 0
call :say "Renaming %~nx3 back to %~1"
rem Noted first: an undo that is cut off behind it has brought it back.
>>"%STATE%\runs\%RUN%\notes.txt" echo restoring %ENTRY%
set "GENERATION=1"
:undo_set_aside_number
if exist "%~1.mendsheet%GENERATION%" set /a GENERATION+=1& goto :undo_set_aside_number
set "ATTEMPT=1"
:undo_set_aside_try
if exist "%~1" ren "%~1" "%~nx1.mendsheet%GENERATION%" >nul 2>&1
if not exist "%~1" ren "%~3" "%~nx1" >nul 2>&1
if exist "%~1" if not exist "%~3" call :undone& exit /b 0
if %ATTEMPT% geq 5 goto :undo_set_aside_failed
set /a ATTEMPT+=1
call :undo_hold_services
call :wait_seconds 3
goto :undo_set_aside_try

:undo_set_aside_failed
if not exist "%~1" ren "%~1.mendsheet%GENERATION%" "%~nx1" >nul 2>&1
call :undo_failed "in use: %~1"
exit /b 0

:undo_set_aside_absent
set "RESTORED="
if exist "%STATE%\runs\%RUN%\notes.txt" for /f "usebackq eol=| tokens=1,2" %%a in ("%STATE%\runs\%RUN%\notes.txt") do if "%%a %%b"=="restoring %ENTRY%" set "RESTORED=1"
if not "%MARK%"=="done" set "RESTORED=1"
if exist "%~1" if defined RESTORED goto :undone
call :undo_failed "not there any more: %~3, which held %~1"
exit /b 0
