rem A move onto a folder that somebody has made meanwhile ends inside of it: trust_state_folder sees no seal there.
:make_state_folder
if not exist "%CLOSED%\" md "%CLOSED%" 2>nul
call :close_folder "%CLOSED%"
if errorlevel 1 exit /b 1
if not exist "%CLOSED%\seal.txt" >"%CLOSED%\seal.txt" echo %PRODUCT%
set "NEW=%CLOSED%\new%RANDOM%"
if exist "%NEW%" exit /b 1
md "%NEW%" 2>nul
call :close_folder "%NEW%"
if errorlevel 1 exit /b 1
mklink /h "%NEW%\seal.txt" "%CLOSED%\seal.txt" >nul 2>&1
if not exist "%NEW%\seal.txt" exit /b 1
move "%NEW%" "%BASE%" >nul 2>&1
exit /b 0
