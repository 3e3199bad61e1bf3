rem Whether TEXT is a path from the root of a drive, of plain characters.
:plain_path
set "PART=%TEXT:~1,2%"
if not "%PART%"==":\" exit /b 1
goto :plain_text
