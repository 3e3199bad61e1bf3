rem Whether the data of a value holds a text. Through a pipe: such data can be longer than a line of batch.
:reg_value_holds key name text
"%SYS%\reg.exe" query "%~1" /v "%~2" 2>nul | "%SYS%\find.exe" /i "%~3" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1
