/** What came of a visit, Vietnamese. */
export const outcomes = {
  received: 'Tiếp nhận hồ sơ',
  returned: 'Trả kết quả',
  guided: 'Hướng dẫn',
  supplement: 'Yêu cầu bổ sung',
  refused: 'Từ chối',
};
