rem Batch cannot read owners and rights. It need not follow what stands there either: it only writes, and undoes nothing.
:trust_state_folder
call :no_link "%BASE%"
if errorlevel 1 goto :trust_state_folder_refused
set "SEALED="
for %%f in ("%BASE%\seal.txt") do set "SEAL=%%~pnxf"
for /f "eol=| delims=" %%l in ('%SYS%\fsutil.exe hardlink list "%CLOSED%\seal.txt" 2^>nul') do if /i "%%l"=="%SEAL%" set "SEALED=1"
if not defined SEALED goto :trust_state_folder_refused
if not exist "%STATE%\" md "%STATE%" 2>nul
call :close_folder "%STATE%"
if errorlevel 1 goto :trust_state_folder_refused
if not exist "%STATE%\runs\" md "%STATE%\runs" 2>nul
call :no_link "%STATE%\runs"
if errorlevel 1 goto :trust_state_folder_refused
exit /b 0
:trust_state_folder_refused
call :say "Someone who is no administrator could have made this folder. Look at it, remove it and run this again: %BASE%"
exit /b 1
