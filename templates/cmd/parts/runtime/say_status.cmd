:say_status item id
set "COLUMN=%STATUS%            "
set "TEXT=%COLUMN:~0,13% %~1 %~2: %TITLE%"
if defined EVIDENCE set "TEXT=%TEXT% [%EVIDENCE%]"
goto :say_text
