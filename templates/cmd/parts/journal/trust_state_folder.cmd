rem Batch cannot read an owner without words of some language. The registry value stands for it.
:trust_state_folder
call :reg_value "%STATE_KEY%" StateFolder
if /i not "%VALUE_TYPE%"=="REG_SZ" goto :trust_state_folder_refused
if /i not "%VALUE%"=="%STATE%" goto :trust_state_folder_refused
for %%f in ("%STATE%") do set "ATTRIBUTES=%%~af"
set "PART=%ATTRIBUTES:l=%"
if /i not "%PART%"=="%ATTRIBUTES%" goto :trust_state_folder_refused
if not exist "%STATE%\runs\" md "%STATE%\runs" 2>nul
exit /b 0
:trust_state_folder_refused
call :say "Someone who is no administrator could have made this folder. Look at it, remove it and run this again: %STATE%"
exit /b 1
