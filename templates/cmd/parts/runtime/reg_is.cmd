rem Sets IS where a value of the registry is a text, such as 0x1; bodies ask it in loops, where they cannot ask VALUE.
:reg_is key name text
call :reg_value "%~1" "%~2"
set "IS="
if /i "%VALUE%"=="%~3" set "IS=1"
exit /b 0
