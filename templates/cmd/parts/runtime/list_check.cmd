:list_check item id
call :say "%~1 %~2: %TITLE%"
exit /b 0
